/**
 * The proof over the log: entries are taken into the tree and its head signed. Read {@link uk.mashhub.hub.proof.Sequencing}
 * first.
 */
package uk.mashhub.hub.proof;
