package org.vizgate.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayedStreamTest {
    private final Rest rest = new Rest("rest");
    private final ReplayedStream stream = new ReplayedStream("start".getBytes(UTF_8), false, rest);

    @Test
    void theStart_isFollowedByTheRest() throws IOException {
        assertThat(stream.available()).isEqualTo(9);
        assertThat(stream.read()).isEqualTo('s');
        assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo("tartrest");
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.isFinished()).isTrue();
    }

    @Test
    void aWholeStart_isAllThereIs() throws IOException {
        ReplayedStream whole = new ReplayedStream("start".getBytes(UTF_8), true, rest);
        assertThat(whole.available()).isEqualTo(5);
        assertThat(new String(whole.readAllBytes(), UTF_8)).isEqualTo("start");
        assertThat(whole.read()).isEqualTo(-1);
        assertThat(whole.read(new byte[0])).isZero();
        assertThat(whole.isReady()).isTrue();
        assertThat(whole.isFinished()).isTrue();
    }

    @Test
    void theStart_isReadyAlthoughTheRestIsNot() throws IOException {
        rest.isReady = false;
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.readNBytes(5)).hasSize(5);

        assertThat(stream.isReady()).isFalse();
        assertThat(stream.isFinished()).isFalse();
    }

    @Test
    void aContainerWithNothingMoreToTell_tellsOfTheStartFirst() throws IOException {
        rest.readAllBytes();
        Events events = new Events(stream);
        stream.setReadListener(events);

        rest.listening().onAllDataRead();

        assertThat(events.seen).containsExactly("start", "end");
    }

    @Test
    void aWholeStart_isToldOfWhenTheServletHasReturned_andNotByTheContainer() {
        ReplayedStream whole = new ReplayedStream("start".getBytes(UTF_8), true, rest);
        Events events = new Events(whole);
        whole.setReadListener(events);
        assertThat(events.seen).isEmpty();

        whole.release();

        assertThat(events.seen).containsExactly("start", "end");
        assertThat(rest.listener).isNull();
    }

    @Test
    void aWholeStart_isToldOfAtOnceToWhoComesLate() {
        ReplayedStream whole = new ReplayedStream("start".getBytes(UTF_8), true, rest);
        whole.release();
        Events events = new Events(whole);

        whole.setReadListener(events);

        assertThat(events.seen).containsExactly("start", "end");
    }

    @Test
    void aWholeStartOfNothing_isAtItsEnd() {
        ReplayedStream whole = new ReplayedStream(new byte[0], true, rest);
        Events events = new Events(whole);
        whole.setReadListener(events);

        whole.release();

        assertThat(events.seen).containsExactly("end");
    }

    @Test
    void aSecondListener_isRefused() {
        ReplayedStream whole = new ReplayedStream("start".getBytes(UTF_8), true, rest);
        whole.setReadListener(new Events(whole));

        assertThatThrownBy(() -> whole.setReadListener(new Events(whole))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheContainerTells_isToldOn() throws IOException {
        Events events = new Events(stream);
        stream.setReadListener(events);

        rest.listening().onDataAvailable();
        rest.listening().onAllDataRead();
        rest.listening().onError(new IOException("gone"));

        assertThat(events.seen).containsExactly("startrest", "end", "gone");
    }

    @Test
    void closing_closesTheContainersStream() throws IOException {
        stream.close();

        assertThat(rest.isClosed).isTrue();
    }

    private static final class Events implements ReadListener {
        private final List<String> seen = new ArrayList<>();
        private final ServletInputStream stream;

        Events(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public void onDataAvailable() throws IOException {
            seen.add(new String(stream.readAllBytes(), UTF_8));
        }

        @Override
        public void onAllDataRead() {
            seen.add("end");
        }

        @Override
        public void onError(Throwable failure) {
            seen.add(String.valueOf(failure.getMessage()));
        }
    }

    private static final class Rest extends ServletInputStream {
        private final InputStream bytes;
        private boolean isReady = true;
        private boolean isClosed;
        private @Nullable ReadListener listener;

        Rest(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
        }

        ReadListener listening() {
            return Objects.requireNonNull(listener);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return isReady;
        }

        @Override
        public void setReadListener(ReadListener readListener) {
            listener = readListener;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
