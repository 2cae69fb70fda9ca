package uk.mashhub.adapter;

import java.util.Optional;

/** Files of one SFTP folder, read at the moment a source is asked. Thread-safe; nothing is kept on disk. */
public interface SftpFiles {
    /**
     * The newest file whose name matches: the latest modified, and of several of one instant the last by name. Files
     * still being written ({@code .part}) never match. The file stays where it is.
     *
     * @param pattern a regular expression that the whole name must match, such as {@code CIN_Census_20\d\d\.xml}
     * @return its bytes, at most {@link Received#LARGEST_MESSAGE}; empty if no name matches
     * @throws SourceUnavailable if the server cannot be reached, is not the known host, refuses the key, or the file is
     *     too large
     */
    Optional<byte[]> newest(String pattern) throws SourceUnavailable;
}
