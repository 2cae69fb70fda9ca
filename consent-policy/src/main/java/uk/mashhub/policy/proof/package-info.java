/** Proves, over every situation there can be, what a policy never does and always does; or shows one in which it fails. */
package uk.mashhub.policy.proof;
