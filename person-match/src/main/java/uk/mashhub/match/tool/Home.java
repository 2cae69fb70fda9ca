package uk.mashhub.match.tool;

import java.util.Random;

/** An invented place to live; the postcodes are of areas that do not exist. */
record Home(String street, String place, String postcode, String phone) {
    private static final String[] STREETS = {
        "Acacia Avenue", "Station Road", "Church Lane", "Mill Street", "Victoria Terrace", "Elm Grove", "Canal Walk",
        "Chapel Hill", "Park View", "Orchard Close", "Bridge Street", "Quarry Road", "Beech Drive", "Meadow Way"
    };
    private static final String[] PLACES = {
        "Exampleford", "Sampleton", "Mockham", "Testbury", "Dummyside", "Specimen Bay", "Notional Heath", "Fictionby"
    };
    private static final String[] AREAS = {"ZX", "ZY", "XQ", "QZ", "XZ", "QX"};
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    static Home draw(Random random) {
        String postcode = AREAS[random.nextInt(AREAS.length)]
                + (1 + random.nextInt(20))
                + " "
                + random.nextInt(10)
                + LETTERS.charAt(random.nextInt(LETTERS.length()))
                + LETTERS.charAt(random.nextInt(LETTERS.length()));
        return new Home(
                (1 + random.nextInt(180)) + " " + STREETS[random.nextInt(STREETS.length)],
                PLACES[random.nextInt(PLACES.length)],
                postcode,
                // Ofcom keeps 07700 900xxx for drama: a thousand numbers, so that some homes share one.
                String.format("07700 900%03d", random.nextInt(1000)));
    }
}
