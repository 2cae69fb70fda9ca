/**
 * Checks what came out of a disclosure log, without the hub and with nothing but the JDK. Read
 * {@link uk.mashhub.log.verifier.VerifierMain} first.
 */
package uk.mashhub.log.verifier;
