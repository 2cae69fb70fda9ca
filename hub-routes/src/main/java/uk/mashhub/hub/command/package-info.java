/** The commands behind {@code ./mash}. None needs a Spring context but demo and run. */
package uk.mashhub.hub.command;
