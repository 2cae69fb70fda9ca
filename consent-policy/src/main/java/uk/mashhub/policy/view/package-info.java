/** What one reader sees: people, lines, stubs, agency states, built from what was decided for that reader alone. */
package uk.mashhub.policy.view;
