/** The other side of {@code adapters/health}: CP-IS, PDS and an encounter server, and sample referrals, of invented people. */
package uk.mashhub.simulators.health;
