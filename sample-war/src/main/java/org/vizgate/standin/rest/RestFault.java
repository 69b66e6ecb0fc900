package org.vizgate.standin.rest;

import java.util.OptionalInt;

/** Tableau says no. The code's first three digits are the HTTP status. */
final class RestFault extends RuntimeException {
    private final String code;
    private final String summary;
    private final String detail;

    RestFault(String code, String summary, String detail) {
        // No stack trace: a refusal is an answer, and load tests ask for many.
        super(code + " " + summary, null, false, false);
        this.code = code;
        this.summary = summary;
        this.detail = detail;
    }

    static RestFault badRequest(String detail) {
        return new RestFault("400000", "Bad Request", detail);
    }

    static RestFault noCredentials() {
        return new RestFault("401000", "Unauthorized Access", "No authentication credentials were provided.");
    }

    static RestFault deadToken() {
        return new RestFault("401002", "Unauthorized Access", "Invalid authentication credentials were provided.");
    }

    /** The credential or the site is wrong, and it is not told which. */
    static RestFault signIn() {
        return signIn(OptionalInt.empty());
    }

    /** With the number that Tableau gives for connected apps, where there is one. */
    static RestFault signIn(OptionalInt number) {
        String detail = "Error signing in to Tableau Server";
        return new RestFault(
                "401001", "Signin Error", number.isPresent() ? detail + " (" + number.getAsInt() + ")" : detail);
    }

    static RestFault switchFailed() {
        return new RestFault("401003", "Switch Site Error", "The session cannot be switched to this site.");
    }

    static RestFault impersonation() {
        return new RestFault("403004", "Forbidden", "Only server administrators may impersonate a user.");
    }

    static RestFault alreadyThere() {
        return new RestFault("403070", "Forbidden", "The session is on this site already.");
    }

    static RestFault unknownUser() {
        return new RestFault("404002", "Resource Not Found", "The user to impersonate could not be found.");
    }

    static RestFault otherSite() {
        return new RestFault("403004", "Forbidden", "The session belongs to another site.");
    }

    static RestFault pageSize() {
        return new RestFault("403014", "Page size limit exceeded", "The page size must be between 1 and 1000.");
    }

    static RestFault unknownPath(String path) {
        return new RestFault("404003", "URI Not Found", "There is no resource at '%s'.".formatted(path));
    }

    static RestFault wrongMethod(String method) {
        return new RestFault(
                "405000",
                "Method Not Allowed",
                "The HTTP method '%s' is not supported for the given resource".formatted(method));
    }

    static RestFault tooLarge(int status) {
        return new RestFault(status + "000", "Request Too Large", "The request is larger than the server reads.");
    }

    static RestFault broken() {
        return new RestFault("500000", "Internal Server Error", "The server could not answer.");
    }

    int status() {
        return Integer.parseInt(code.substring(0, 3));
    }

    Answer toAnswer() {
        return Answer.element("error")
                .attribute("code", code)
                .child("summary", summary)
                .child("detail", detail);
    }
}
