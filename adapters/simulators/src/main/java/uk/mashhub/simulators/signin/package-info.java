/** The demo's OpenID provider: passwords are shown on its page. Never in production. */
package uk.mashhub.simulators.signin;
