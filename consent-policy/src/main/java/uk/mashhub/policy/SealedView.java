package uk.mashhub.policy;

import java.util.Arrays;
import java.util.List;
import uk.mashhub.model.decision.ViewKey;

/** A view that policy made for one key. There is no other way to one than {@link PolicyEngine} (ruling 20). */
public final class SealedView {
    private final ViewKey key;
    private final byte[] sealed;
    private final byte[] content;
    private final List<byte[]> lines;
    private final String digest;

    SealedView(ViewKey key, byte[] sealed, byte[] content, List<byte[]> lines, String digest) {
        this.key = key;
        this.sealed = sealed;
        this.content = content;
        this.lines = lines;
        this.digest = digest;
    }

    public ViewKey key() {
        return key;
    }

    /** What to store: MAC and content. */
    public byte[] bytes() {
        return sealed.clone();
    }

    /** The view as canonical JSON (RFC 8785), UTF-8. */
    public byte[] content() {
        return content.clone();
    }

    /**
     * The canonical bytes of each line, stub, agency state, banner, household and child decision, to commit to one by
     * one. Each is a part of {@link #content()}.
     */
    public List<byte[]> lines() {
        return lines.stream().map(l -> Arrays.copyOf(l, l.length)).toList();
    }

    /** SHA-256 in hex of the content under the packet's own ids: equal where nothing but handles differs. */
    public String digest() {
        return digest;
    }

    @Override
    public String toString() {
        return "SealedView[" + key.enquiry() + " for " + key.team() + "]";
    }
}
