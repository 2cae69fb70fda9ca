package uk.mashhub.model.id;

/** One system of an agency, named in configuration; an agency may have several. A slug: lower case, digits and hyphens, 2 to 40 characters. */
public record SourceId(String value) {
    public SourceId {
        Checks.slug(value, "SourceId");
    }

    @Override
    public String toString() {
        return value;
    }
}
