/** A police force: a records system over HTTP(S) with OAuth2, and notifications over SFTP. All people are invented. */
package uk.mashhub.simulators.police;
