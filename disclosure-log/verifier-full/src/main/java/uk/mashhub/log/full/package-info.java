/** The verifier with Bouncy Castle. Begin with {@link uk.mashhub.log.full.FullVerifierMain}. */
package uk.mashhub.log.full;
