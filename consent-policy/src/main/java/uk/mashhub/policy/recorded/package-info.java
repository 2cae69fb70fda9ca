/** Decisions that a hub has recorded, put to another policy. Read {@link uk.mashhub.policy.recorded.Replay} first. */
package uk.mashhub.policy.recorded;
