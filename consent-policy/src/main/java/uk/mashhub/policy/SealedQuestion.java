package uk.mashhub.policy;

import java.util.Arrays;
import java.util.List;
import uk.mashhub.model.contact.Question;

/** A question that policy made for one source. It is a disclosure (ruling 1): log it before it leaves. */
public final class SealedQuestion {
    private final Question content;
    private final byte[] sealed;
    private final List<byte[]> lines;

    SealedQuestion(Question content, byte[] sealed, List<byte[]> lines) {
        this.content = content;
        this.sealed = sealed;
        this.lines = lines;
    }

    public Question content() {
        return content;
    }

    /** MAC and canonical JSON. */
    public byte[] bytes() {
        return sealed.clone();
    }

    /** The canonical bytes of what is said of each person, to commit to one by one. */
    public List<byte[]> lines() {
        return lines.stream().map(l -> Arrays.copyOf(l, l.length)).toList();
    }

    @Override
    public String toString() {
        return "SealedQuestion[" + content.source() + "]";
    }
}
