package uk.mashhub.simulators.council;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Referral forms of invented families, in the format {@code council-marf-v1+json}. */
public final class SampleForms {
    /** A school sees a bruise; both parents at one address; the mother agrees. */
    public static final String SCHOOL_CONCERN = "family-a-school-concern";
    /** A mother and child in a refuge; the father is looking for them. The refuge stands in every kind of field. */
    public static final String REFUGE = "family-b-refuge";
    /** A child whom the Personal Demographics Service restricts; the form does not know it. */
    public static final String RESTRICTED = "family-c-restricted";
    /** A child whose date of birth police records have the other way round. */
    public static final String BIRTH_DATES = "family-d-birth-dates";
    /** A child with an open case, and a sister whom the concern is not about. */
    public static final String OPEN_CASE = "family-e-open-case";
    /** A neighbour who wishes to stay anonymous and knows few names. */
    public static final String NEIGHBOUR = "family-f-neighbour";
    /** An unborn child; the mother is in treatment. */
    public static final String UNBORN = "family-g-unborn";

    private static final List<String> NAMES =
            List.of(SCHOOL_CONCERN, REFUGE, RESTRICTED, BIRTH_DATES, OPEN_CASE, NEIGHBOUR, UNBORN);

    private SampleForms() {}

    /** The names of all forms, in the order of the families. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The bytes of one form, as its sender would send them.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    public static byte[] read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no sample form of this name");
        }
        try (InputStream in = SampleForms.class.getResourceAsStream("/council/forms/" + name + ".json")) {
            return Objects.requireNonNull(in, "resource").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
