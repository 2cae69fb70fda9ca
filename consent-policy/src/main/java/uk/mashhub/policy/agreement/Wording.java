package uk.mashhub.policy.agreement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.mashhub.model.decision.Verdict;

/**
 * What agreements say to people and no decision reads: titles of files, examples, and the matrix as its authors laid it out.
 *
 * @param titles of the files, by their names, in order; an agency's with its folder
 * @param examples by the id of their rule
 * @param readers the columns of the matrix, in order
 * @param information its rows, in order
 */
public record Wording(
        Map<String, String> titles,
        Map<String, List<Example>> examples,
        List<Reader> readers,
        List<Information> information) {
    static final Wording NONE = new Wording(Map.of(), Map.of(), List.of(), List.of());

    /** A situation in an author's words, and whether something is given in it. */
    public record Example(boolean permits, String words) {
        public Example {
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * A column: readers for whom the same answers hold.
     *
     * @param when any of these
     */
    public record Reader(String id, String title, String reason, List<Law> law, List<Box> when) {
        public Reader {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(reason, "reason");
            law = List.copyOf(law);
            when = List.copyOf(when);
        }
    }

    /**
     * A row: one kind of information.
     *
     * @param law what it rests on besides the law of its columns
     * @param cells by the id of the column; one for each
     */
    public record Information(
            String id, String title, List<Law> law, Box when, Map<String, List<Choice>> cells, List<Example> examples) {
        public Information {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            law = List.copyOf(law);
            Objects.requireNonNull(when, "when");
            cells = Map.copyOf(cells);
            examples = List.copyOf(examples);
        }
    }

    /** Part of a cell: what comes of it where its conditions hold. Parts of one cell are disjoint and leave no gap. */
    public record Choice(Box where, Verdict verdict) {
        public Choice {
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(verdict, "verdict");
        }
    }

    public Wording {
        Objects.requireNonNull(titles, "titles");
        Objects.requireNonNull(examples, "examples");
        readers = List.copyOf(readers);
        information = List.copyOf(information);
    }
}
