package org.vizgate.servlet;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** A body of which the start was read before: that again, and then the rest. As its container's own, for one thread. */
final class ReplayedStream extends ServletInputStream {
    private final byte[] start;
    private final boolean isWhole;
    private final ServletInputStream rest;
    private int position;

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

    /** The container tells of its stream; of the start before it, this one does. */
    @Override
    public void setReadListener(ReadListener listener) {
        rest.setReadListener(new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                listener.onDataAvailable();
            }

            @Override
            public void onAllDataRead() throws IOException {
                if (isInStart()) {
                    listener.onDataAvailable();
                }
                if (isFinished()) {
                    listener.onAllDataRead();
                }
            }

            @Override
            public void onError(Throwable failure) {
                listener.onError(failure);
            }
        });
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
