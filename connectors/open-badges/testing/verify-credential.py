"""Says whether a credential's eddsa-rdfc-2022 proof by a did:key holds; shares no code with ours."""
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(text, length):
    number = 0
    for letter in text[1:]:
        number = number * 58 + ALPHABET.index(letter)
    return number.to_bytes(length, "big")


given = json.load(sys.stdin)
credential, contexts = given["credential"], given["contexts"]
load = lambda url, _: {"contextUrl": None, "documentUrl": url, "document": contexts[url]}
options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
digest = lambda doc: hashlib.sha256(jsonld.normalize(doc, options).encode()).digest()
proof = credential.pop("proof")
signature = base58(proof.pop("proofValue"), 64)
proof["@context"] = credential["@context"]
key = base58(proof["verificationMethod"].split("#")[1], 34)[2:]
try:
    Ed25519PublicKey.from_public_bytes(key).verify(signature, digest(proof) + digest(credential))
    print("good")
except InvalidSignature:
    print("bad")
