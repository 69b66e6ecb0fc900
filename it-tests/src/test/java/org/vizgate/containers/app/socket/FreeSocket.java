package org.vizgate.containers.app.socket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The same, beside the paths that some of the gates protect. */
@ServerEndpoint("/socket")
public class FreeSocket {
    @OnMessage
    public String answer(String message, Session session) {
        return message + " " + Names.of(session.getUserPrincipal());
    }
}
