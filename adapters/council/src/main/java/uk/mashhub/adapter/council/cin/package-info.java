/** The CIN census as the council's own record: read {@link uk.mashhub.adapter.council.cin.CinCensusSource} first. */
package uk.mashhub.adapter.council.cin;
