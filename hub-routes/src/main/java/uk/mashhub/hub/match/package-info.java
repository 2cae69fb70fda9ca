/** Who is who: links answers and referrals to people, and lets restrictions travel over possible links. */
package uk.mashhub.hub.match;
