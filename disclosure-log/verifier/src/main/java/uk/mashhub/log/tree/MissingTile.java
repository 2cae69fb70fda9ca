package uk.mashhub.log.tree;

import java.io.IOException;

/** A tile that the tree must have is not there, or is not as long as it must be. */
public final class MissingTile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Tile tile;

    MissingTile(Tile tile) {
        super(tile.path() + " is missing or has another length");
        this.tile = tile;
    }

    /** Which. */
    public Tile tile() {
        return tile;
    }
}
