/** A time authority for the log's checkpoints. */
package uk.mashhub.simulators.time;
