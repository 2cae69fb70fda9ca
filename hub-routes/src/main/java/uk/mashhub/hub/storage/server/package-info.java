/** The PostgreSQL that is started when none is configured, and the checks that any PostgreSQL has to pass. */
package uk.mashhub.hub.storage.server;
