package uk.mashhub.hub.area;

import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.SourceId;

/**
 * A system of an agency.
 *
 * @param title what people call it
 * @param principal who it is to the broker, to an HTTP door or to SFTP
 * @param formats for a feed: the formats it may send
 * @param prescreen asked at once when a referral arrives, as the council's own record is
 */
public record Source(SourceId id, String title, Use use, Principal principal, List<String> formats, boolean prescreen) {

    /** What a source is for. */
    public enum Use {
        FEED,
        ANSWERER,
        /** An agency without a system: its team answers on a form. */
        BY_HAND
    }

    public Source {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(principal, "principal");
        formats = List.copyOf(formats);
    }
}
