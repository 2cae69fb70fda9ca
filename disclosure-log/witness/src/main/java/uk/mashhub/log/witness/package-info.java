/**
 * A witness (C2SP tlog-witness): an agency's own process that checks that the log only grew, and puts its name to it. Read
 * {@link uk.mashhub.log.witness.Witness} first.
 */
package uk.mashhub.log.witness;
