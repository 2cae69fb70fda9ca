/** Canonical JSON (RFC 8785) for what is hashed, sealed and committed to. */
package uk.mashhub.policy.json;
