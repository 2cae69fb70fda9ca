/** WHERE do health's facts come from? BaRS referrals in; CP-IS, PDS and encounters as answerers. Begin with {@code BarsTranslator}. */
package uk.mashhub.adapter.health;
