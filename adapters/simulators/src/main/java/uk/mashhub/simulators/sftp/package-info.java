/** The agencies' file server: SFTP with key authentication, one root directory for each account. */
package uk.mashhub.simulators.sftp;
