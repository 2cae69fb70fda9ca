package uk.mashhub.adapter.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.SftpFiles;
import uk.mashhub.adapter.SourceUnavailable;

/**
 * {@link SftpFiles} over one connection, kept open between questions and made anew when it is gone, with the same rules as a feed:
 * known host, key authentication, no password. To agree on keys costs more than everything else that a question costs. It speaks through the SSH library under Camel's SFTP component directly: a question has to end within its
 * time, and a polling consumer retries and swallows instead of saying what failed.
 */
public final class SftpFolder implements SftpFiles {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Comparator<ChannelSftp.LsEntry> OLDEST_FIRST = Comparator.comparingInt(
                    (ChannelSftp.LsEntry entry) -> entry.getAttrs().getMTime())
            .thenComparing(ChannelSftp.LsEntry::getFilename);

    private final SftpFeed feed;
    private final int timeoutMillis;
    private @Nullable Session kept;

    /** A folder; connecting and every read give up after 10 s. */
    public SftpFolder(SftpFeed feed) {
        this(feed, TIMEOUT_MILLIS);
    }

    SftpFolder(SftpFeed feed, int timeoutMillis) {
        this.feed = Objects.requireNonNull(feed, "feed");
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Optional<byte[]> newest(String pattern) throws SourceUnavailable {
        Pattern names = Pattern.compile(pattern);
        try {
            Optional<Session> before = open();
            if (before.isPresent()) {
                try {
                    return newest(names, before.get());
                } catch (JSchException | SftpException | IOException e) {
                    // It may have died while nobody asked: what a new one says counts.
                    before.get().disconnect();
                }
            }
            return newest(names, connected());
        } catch (JSchException | SftpException | IOException e) {
            // Messages of the library repeat names of files and hosts; the kind is enough.
            throw new SourceUnavailable(
                    "the file server cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private synchronized Optional<Session> open() {
        return Optional.ofNullable(kept).filter(Session::isConnected);
    }

    private synchronized Session connected() throws JSchException {
        Session open = open().orElse(null);
        if (open == null) {
            open = session();
            kept = open;
        }
        return open;
    }

    private Session session() throws JSchException {
        JSch ssh = new JSch();
        ssh.setKnownHosts(feed.knownHosts().toString());
        ssh.addIdentity(feed.privateKey().toString());
        Session session = ssh.getSession(feed.user(), feed.host(), feed.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        session.setDaemonThread(true);
        session.connect(timeoutMillis);
        return session;
    }

    private Optional<byte[]> newest(Pattern names, Session session)
            throws JSchException, SftpException, IOException, SourceUnavailable {
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        try {
            channel.connect(timeoutMillis);
            Optional<String> name =
                    files(names, channel).stream().max(OLDEST_FIRST).map(ChannelSftp.LsEntry::getFilename);
            return name.isEmpty() ? Optional.empty() : Optional.of(read(channel, feed.directory() + "/" + name.get()));
        } finally {
            channel.disconnect();
        }
    }

    private List<ChannelSftp.LsEntry> files(Pattern names, ChannelSftp channel) throws SftpException {
        List<ChannelSftp.LsEntry> files = new ArrayList<>();
        channel.ls(feed.directory(), entry -> {
            String name = entry.getFilename();
            if (entry.getAttrs().isReg()
                    && !name.endsWith(FileAftermath.PARTIAL)
                    && names.matcher(name).matches()) {
                files.add(entry);
            }
            return ChannelSftp.LsEntrySelector.CONTINUE;
        });
        return files;
    }

    private static byte[] read(ChannelSftp channel, String path) throws SftpException, IOException, SourceUnavailable {
        try (InputStream in = channel.get(path.replaceAll("([*?\\\\])", "\\\\$1"))) {
            byte[] bytes = in.readNBytes(Received.LARGEST_MESSAGE + 1);
            if (bytes.length > Received.LARGEST_MESSAGE) {
                throw new SourceUnavailable("the newest file is too large");
            }
            return bytes;
        }
    }
}
