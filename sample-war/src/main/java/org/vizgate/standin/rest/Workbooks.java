package org.vizgate.standin.rest;

import java.util.List;
import java.util.Optional;

import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.data.Workbook;
import org.vizgate.standin.http.Call;

/** The workbooks of the session's own site that its user may see, by the page. */
final class Workbooks implements RestMethod {
    private final StandInData data;
    private final CurrentUser current;

    Workbooks(StandInData data, CurrentUser current) {
        this.data = data;
        this.current = current;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        User user = current.with("tableau:content:read", call);
        // The same answer for a site that does not exist: no way to find out which do.
        if (!call.variable("site").equals(user.site())) {
            throw RestFault.otherSite();
        }
        Page page = Page.of(call);
        List<Workbook> visible = data.workbooksFor(user);
        List<Answer> entries = page.of(visible).stream().map(Workbooks::entry).toList();
        return Optional.of(Answer.root(page.answer(visible.size()), Answer.list("workbooks", entries)));
    }

    private static Answer entry(Workbook workbook) {
        return Answer.element("workbook").attribute("id", workbook.luid()).attribute("name", workbook.name());
    }
}
