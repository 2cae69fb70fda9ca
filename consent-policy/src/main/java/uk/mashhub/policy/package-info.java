/**
 * WHAT may be shared, with whom, and why: the only door. Read {@link uk.mashhub.policy.PolicyEngine} first. Nothing else
 * in the hub can make a {@link uk.mashhub.policy.SealedView}.
 */
package uk.mashhub.policy;
