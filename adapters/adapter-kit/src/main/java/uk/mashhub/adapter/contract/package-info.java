/** The contract tests that the author of an adapter runs; JUnit interfaces, on test class paths only. */
package uk.mashhub.adapter.contract;
