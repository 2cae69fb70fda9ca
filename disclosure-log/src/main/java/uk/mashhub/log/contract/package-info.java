/** Tests that the author of another {@link uk.mashhub.log.EntryStore} runs. */
package uk.mashhub.log.contract;
