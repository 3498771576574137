export { default } from "left-pad";
