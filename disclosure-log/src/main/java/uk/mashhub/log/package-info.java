/**
 * The disclosure log: WHAT was shared, with whom, when and under which policy, such that nobody can change it unnoticed
 * and nothing in it names a person. Read {@link uk.mashhub.log.DisclosureLog} first.
 */
package uk.mashhub.log;
