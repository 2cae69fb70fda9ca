package uk.mashhub.hub.disclose;

import java.util.Objects;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.policy.SealedView;

/** A view whose opening is in the log. The only thing that screens and the API can serve; only this package makes one. */
public final class LoggedView {
    private final ViewId id;
    private final long version;
    private final DisclosureId disclosure;
    private final SealedView view;
    private final String entryId;

    LoggedView(ViewId id, long version, DisclosureId disclosure, SealedView view, String entryId) {
        this.id = Objects.requireNonNull(id, "id");
        this.version = version;
        this.disclosure = Objects.requireNonNull(disclosure, "disclosure");
        this.view = Objects.requireNonNull(view, "view");
        this.entryId = Objects.requireNonNull(entryId, "entryId");
    }

    public ViewId id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** By which this version was disclosed: its receipt is found under it. */
    public DisclosureId disclosure() {
        return disclosure;
    }

    /** The id of the log entry of this opening. */
    public String entryId() {
        return entryId;
    }

    /** The view as canonical JSON (RFC 8785), UTF-8. */
    public byte[] content() {
        return view.content();
    }

    /** Key of the view. */
    public uk.mashhub.model.decision.ViewKey key() {
        return view.key();
    }
}
