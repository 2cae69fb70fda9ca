/**
 * How long enquiries are kept, and how they go: schedules as data, legal holds, the review at 18, a plan that anybody in charge
 * can read before anything happens, and erasure that reaches backups.
 */
package uk.mashhub.hub.retention;
