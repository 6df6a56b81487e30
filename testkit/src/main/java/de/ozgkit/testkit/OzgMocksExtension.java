// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts the mocks that the tests of a class name as parameters; see {@link OzgMocks}. A mock is any class that extends {@link MockPeer}
 * and has a constructor without parameters.
 *
 * @since 0.1
 */
public final class OzgMocksExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(OzgMocksExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return MockPeer.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return mocks(context).get(parameter.getParameter().getType());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        mocks(context).all().forEach(MockPeer::reset);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean strict = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), OzgMocks.class, context.getEnclosingTestClasses())
                .map(OzgMocks::failOnUnexpectedCalls)
                .orElse(true);
        if (strict && context.getExecutionException().isEmpty()) {
            mocks(context).all().forEach(MockPeer::assertNoUnexpectedCalls);
        }
    }

    /** The mocks of the outermost test class, so that nested classes share them; JUnit closes them with it. */
    private static Mocks mocks(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost
                .getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            outermost = outermost.getParent().get();
        }
        return outermost.getStore(NAMESPACE).getOrComputeIfAbsent(Mocks.class, key -> new Mocks(), Mocks.class);
    }

    private static final class Mocks implements AutoCloseable {

        private final Map<Class<?>, MockPeer> started = new ConcurrentHashMap<>();

        MockPeer get(Class<?> type) {
            return started.computeIfAbsent(type, Mocks::start);
        }

        Collection<MockPeer> all() {
            return started.values();
        }

        private static MockPeer start(Class<?> type) {
            try {
                return (MockPeer) type.getConstructor().newInstance();
            } catch (InvocationTargetException e) {
                throw new ParameterResolutionException(type.getName() + " could not be started", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new ParameterResolutionException(
                        type.getName() + " needs a public constructor without parameters to be given to tests", e);
            }
        }

        @Override
        public void close() {
            started.values().forEach(MockPeer::close);
        }
    }
}
