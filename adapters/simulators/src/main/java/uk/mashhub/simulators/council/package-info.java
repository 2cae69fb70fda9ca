/** The simulated council: its census in an SFTP folder, and referral forms of invented families. */
package uk.mashhub.simulators.council;
