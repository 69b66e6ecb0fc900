package org.vizgate.servlet;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.jspecify.annotations.Nullable;

/**
 * A body of which the start was read before: that again, and then the rest. As its container's own, for one thread.
 *
 * <p>A listener on the rest is told by the container, and a listener on a body that is here already by us: of the containers
 * some have nothing to tell after an end that was read, and never call.
 */
final class ReplayedStream extends ServletInputStream {
    private final byte[] start;
    private final boolean isWhole;
    private final ServletInputStream rest;
    private int position;
    private @Nullable ReadListener listener;
    private boolean isReleased;

    /** @param isWhole whether {@code start} is all there is */
    ReplayedStream(byte[] start, boolean isWhole, ServletInputStream rest) {
        this.start = start;
        this.isWhole = isWhole;
        this.rest = rest;
    }

    private boolean isInStart() {
        return position < start.length;
    }

    @Override
    public int read() throws IOException {
        if (isInStart()) {
            return start[position++] & 0xff;
        }
        return isWhole ? -1 : rest.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!isInStart() && !isWhole) {
            return rest.read(target, offset, length);
        }
        int count = Math.min(length, start.length - position);
        System.arraycopy(start, position, target, offset, count);
        position += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public int available() throws IOException {
        return start.length - position + (isWhole ? 0 : rest.available());
    }

    @Override
    public boolean isFinished() {
        return !isInStart() && (isWhole || rest.isFinished());
    }

    @Override
    public boolean isReady() {
        return isInStart() || isWhole || rest.isReady();
    }

    /** A whole body is told of when the servlet has returned, as containers do. */
    @Override
    public void setReadListener(ReadListener value) {
        if (!isWhole) {
            rest.setReadListener(new AfterStart(value));
            return;
        }
        boolean isLate;
        synchronized (this) {
            if (listener != null) {
                throw new IllegalStateException("there is a listener already");
            }
            listener = value;
            isLate = isReleased;
        }
        if (isLate) {
            tell(value);
        }
    }

    /** The servlet has returned: whoever listens to a whole body is told of it. */
    void release() {
        ReadListener waiting;
        synchronized (this) {
            isReleased = true;
            waiting = listener;
        }
        if (waiting != null) {
            tell(waiting);
        }
    }

    private void tell(ReadListener listening) {
        try {
            if (isInStart()) {
                listening.onDataAvailable();
            }
            if (isFinished()) {
                listening.onAllDataRead();
            }
        } catch (IOException | RuntimeException e) {
            listening.onError(e);
        }
    }

    /** The container tells of its stream; of the start before it, this one does. */
    private final class AfterStart implements ReadListener {
        private final ReadListener listening;

        AfterStart(ReadListener listening) {
            this.listening = listening;
        }

        @Override
        public void onDataAvailable() throws IOException {
            listening.onDataAvailable();
        }

        @Override
        public void onAllDataRead() throws IOException {
            if (isInStart()) {
                listening.onDataAvailable();
            }
            if (isFinished()) {
                listening.onAllDataRead();
            }
        }

        @Override
        public void onError(Throwable failure) {
            listening.onError(failure);
        }
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
