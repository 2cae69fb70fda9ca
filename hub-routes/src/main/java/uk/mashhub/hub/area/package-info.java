/** The partnership as configured: areas, agencies, sources, teams and clocks. Data, never code. */
package uk.mashhub.hub.area;
