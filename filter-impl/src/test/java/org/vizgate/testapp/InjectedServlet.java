package org.vizgate.testapp;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** An application that has the caller injected, and tells what it sees; with the parameter {@code thread}, from another thread. */
public class InjectedServlet extends ReportServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        super.service(request, response);
        InjectedReport report = CDI.current().select(InjectedReport.class).get();
        if (request.getParameter("thread") == null) {
            report.write(response.getWriter());
        } else {
            AsyncContext later = request.startAsync();
            later.start(() -> finish(later, report));
        }
    }

    private static void finish(AsyncContext later, InjectedReport report) {
        try {
            report.write(later.getResponse().getWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        later.complete();
    }
}
