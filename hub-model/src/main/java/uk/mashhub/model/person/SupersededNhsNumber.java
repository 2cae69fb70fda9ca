package uk.mashhub.model.person;

/**
 * An NHS number that a source says was superseded by the one that stands beside it: both were given to one person by mistake,
 * and the number beside it holds now. Not for numbers given anew on adoption or gender recognition, which nobody may join to
 * the old ones.
 */
public record SupersededNhsNumber(String value) implements PersonIdentifier {
    public SupersededNhsNumber {
        value = new NhsNumber(value).value();
    }

    @Override
    public String toString() {
        return "SupersededNhsNumber[not shown]";
    }
}
