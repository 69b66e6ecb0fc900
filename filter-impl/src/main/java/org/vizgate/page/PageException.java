package org.vizgate.page;

import java.util.Optional;

import org.vizgate.web.Call;
import org.vizgate.web.Reply;

/** A refusal that a person sees as a page. The message is for the log: the fact, no secret. */
public final class PageException extends RuntimeException {
    private final transient ErrorPage page;
    private final transient Optional<String> wayBack;
    private final transient Object[] values;

    public PageException(ErrorPage page, String reason, Object... values) {
        this(page, reason, Optional.empty(), values);
    }

    /** @param wayBack where the person may go on, if there is a place */
    public PageException(ErrorPage page, String reason, Optional<String> wayBack, Object... values) {
        super(reason, null, false, false);
        this.page = page;
        this.wayBack = wayBack;
        this.values = values.clone();
    }

    public ErrorPage page() {
        return page;
    }

    public Reply reply(Call call) {
        return page.reply(call, wayBack, values);
    }
}
