package uk.mashhub.adapter.council.cin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Reads a CIN census return (DfE, children in need census, XML) of the years 2022 to 2026. The whole is refused if it is
 * not well-formed, holds a forbidden construct, or is of another year; within one child nothing is refused: booleans in
 * words, wrong check letters, stray text, unknown codes and dates out of order are kept as they were written.
 */
final class CinCensusReader {
    private static final Set<String> YEARS = Set.of("2022", "2023", "2024", "2025", "2026");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final XmlCursor xml;
    private Optional<XmlElement> header = Optional.empty();
    private final List<CinChild> children = new ArrayList<>();

    private CinCensusReader(XmlCursor xml) {
        this.xml = xml;
    }

    /**
     * Reads.
     *
     * @throws Unreadable with the line
     */
    static CinCensus read(byte[] document) throws Unreadable {
        if (document.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Fault.TOO_LARGE, "whole file", "larger than 10 MiB");
        }
        return new CinCensusReader(XmlCursor.on(document)).census();
    }

    private CinCensus census() throws Unreadable {
        xml.root("Message");
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Header" -> readHeader();
                case "Children" -> readChildren();
                default ->
                    throw new Unreadable(
                            Fault.NOT_VALID, "line " + xml.line(), "Message holds Header and Children only");
            }
        }
        xml.end();
        XmlElement said = header.orElseThrow(() -> wrongYear(1));
        return new CinCensus(referenceDate(said), writtenAt(said), children);
    }

    private void readHeader() throws Unreadable {
        XmlElement element = xml.element();
        Optional<XmlElement> details = element.child("CollectionDetails");
        Optional<XmlElement> year = details.flatMap(d -> d.child("Year"));
        if (!year.map(y -> YEARS.contains(y.text())).orElse(false)) {
            throw wrongYear(year.orElse(element).line());
        }
        boolean cin = details.flatMap(d -> d.child("Collection"))
                .map(c -> c.text().equals("CIN"))
                .orElse(true);
        if (!cin) {
            throw new Unreadable(Fault.WRONG_VERSION, "line " + element.line(), "not a CIN collection");
        }
        header = Optional.of(element);
    }

    private void readChildren() throws Unreadable {
        if (header.isEmpty()) {
            throw wrongYear(xml.line());
        }
        while (xml.nextChild()) {
            if (!xml.name().equals("Child")) {
                throw new Unreadable(Fault.NOT_VALID, "line " + xml.line(), "Children holds Child only");
            }
            children.add(ChildReading.of(xml.element()));
        }
    }

    private static Unreadable wrongYear(int line) {
        return new Unreadable(
                Fault.WRONG_VERSION, "line " + line, "the year of the collection is not one of 2022 to 2026");
    }

    private static Optional<LocalDate> referenceDate(XmlElement header) {
        return header.child("CollectionDetails")
                .flatMap(d -> d.child("ReferenceDate"))
                .flatMap(e -> new CinReading().day(e));
    }

    /** With or without offset; without one it is the time in England. */
    private static Optional<Instant> writtenAt(XmlElement header) {
        String text = header.child("Source")
                .flatMap(s -> s.child("DateTime"))
                .map(XmlElement::text)
                .orElse("");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(LONDON).toInstant());
            } catch (DateTimeException again) {
                return Optional.empty();
            }
        }
    }
}
