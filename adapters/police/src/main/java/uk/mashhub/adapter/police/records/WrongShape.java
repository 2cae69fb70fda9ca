package uk.mashhub.adapter.police.records;

/** An answer that is not of the agreed shape. Says where, by names of the agreement and numbers, and repeats no value. */
final class WrongShape extends Exception {
    private static final long serialVersionUID = 1L;
    private final String place;

    WrongShape(String place) {
        super("not of the agreed shape: " + place, null, false, false);
        this.place = place;
    }

    String place() {
        return place;
    }
}
