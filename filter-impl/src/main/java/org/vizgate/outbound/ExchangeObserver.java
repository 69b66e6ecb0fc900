package org.vizgate.outbound;

import java.time.Duration;

/** Is told of every exchange that a sender made, in the thread that made it. Must not throw, nor take long. */
public interface ExchangeObserver {
    /** Does not look. */
    ExchangeObserver NONE = new ExchangeObserver() {
        @Override
        public void answered(OutboundRequest request, OutboundReply reply, Duration took) {}

        @Override
        public void failed(OutboundRequest request, OutboundException.Kind kind) {}
    };

    /** One after the other is told. */
    static ExchangeObserver both(ExchangeObserver first, ExchangeObserver second) {
        return new ExchangeObserver() {
            @Override
            public void answered(OutboundRequest request, OutboundReply reply, Duration took) {
                first.answered(request, reply, took);
                second.answered(request, reply, took);
            }

            @Override
            public void failed(OutboundRequest request, OutboundException.Kind kind) {
                first.failed(request, kind);
                second.failed(request, kind);
            }
        };
    }

    /**
     * There is an answer, of any status.
     *
     * @param took from before the connection to the end of the body
     */
    void answered(OutboundRequest request, OutboundReply reply, Duration took);

    /** There is none that can be used. */
    void failed(OutboundRequest request, OutboundException.Kind kind);
}
