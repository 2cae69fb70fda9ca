/** Puts facts through the rules: verdicts on items, answers to the other questions. An error never gives more. */
package uk.mashhub.policy.engine;
