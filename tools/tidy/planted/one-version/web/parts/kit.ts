export * from "@mantine/core";
export { useForm } from "@mantine/form";
