/** Tests that the author of another {@link uk.mashhub.match.PersonIndex} runs. */
package uk.mashhub.match.contract;
