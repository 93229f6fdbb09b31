package org.ronghe.rules.fast;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// Writes a title as a class of its own: a walk over many small nodes becomes straight code over
/// the arrays of [Frames].
///
/// It decides where every number it needs is plainly known and doubles can tell; where they cannot,
/// the nodes are asked. A number is the nearest double of a whole number, or has been rounded so
/// often that its relative error is below [#EPSILON] for each time.
///
/// A node leaves its number in a local variable, and the operand stack empty, so that it may jump
/// to where nothing is decided from anywhere.
final class TitleCode {
  /// Twice the relative error of one rounding, so that errors of errors need no counting.
  private static final double EPSILON = 0x1p-52;

  private static final double WHOLE_LIMIT = 0x1p53;

  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc PLAIN = PlainTitle.class.describeConstable().orElseThrow();
  private static final ClassDesc WRITTEN =
      ClassDesc.of(PlainTitle.class.getPackageName(), "WrittenTitle");
  private static final MethodTypeDesc ANSWER = over(CD_int);
  private static final MethodTypeDesc NUMBER = over(CD_double);
  private static final int VALUES = 0;
  private static final int STATES = 1;
  private static final int FIRM = 2;

  private final List<Operands.Shared> shared;
  private final CodeBuilder to;

  private TitleCode(List<Operands.Shared> shared, CodeBuilder to) {
    this.shared = shared;
    this.to = to;
  }

  private static MethodTypeDesc over(ClassDesc result) {
    return MethodTypeDesc.of(result, CD_double.arrayType(2), CD_byte.arrayType(2), CD_int);
  }

  /// The same condition, faster from some thousand firms on: before, writing and compiling it costs
  /// more.
  static FastCondition write(FastCondition condition) {
    return new Written(plain(condition), condition);
  }

  /// The condition as a class of its own.
  static PlainTitle plain(FastCondition condition) {
    byte[] bytes = ClassFile.of().build(WRITTEN, type -> type(type, condition));
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      var maker = lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class));
      return (PlainTitle) maker.invoke();
    } catch (Throwable e) { // a class that does not verify is a fault of this one
      throw new IllegalStateException(e);
    }
  }

  private static void type(ClassBuilder type, FastCondition condition) {
    type.withFlags(ClassFile.ACC_FINAL).withInterfaceSymbols(PLAIN);
    type.withMethodBody(
        INIT_NAME,
        MTD_void,
        0,
        to -> to.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    type.withMethodBody(
        "answer",
        ANSWER,
        ClassFile.ACC_PUBLIC,
        to -> to.aload(1).aload(2).iload(3).invokestatic(WRITTEN, "title", ANSWER).ireturn());
    var shared = new ArrayList<Operands.Shared>();
    type.withMethodBody(
        "title", ANSWER, ClassFile.ACC_STATIC, to -> new TitleCode(shared, to).title(condition));
    for (int i = 0; i < shared.size(); i++) { // values ask for others
      var value = shared.get(i);
      type.withMethodBody(
          "value" + i, NUMBER, ClassFile.ACC_STATIC, to -> new TitleCode(shared, to).value(value));
    }
  }

  private void title(FastCondition condition) {
    Label met = to.newLabel();
    Label notMet = to.newLabel();
    Label undecided = to.newLabel();
    condition.write(this, met, notMet, undecided);
    to.labelBinding(met).loadConstant(FastCondition.MET).ireturn();
    to.labelBinding(notMet).loadConstant(FastCondition.NOT_MET).ireturn();
    to.labelBinding(undecided).loadConstant(PlainTitle.UNDECIDED).ireturn();
  }

  private void value(Operands.Shared value) {
    Label undecided = to.newLabel();
    int local = value.node().write(this, undecided);
    to.dload(local).dreturn();
    to.labelBinding(undecided).loadConstant(Double.NaN).dreturn();
  }

  /// Where instructions go.
  CodeBuilder to() {
    return to;
  }

  /// Keeps the number on the stack.
  ///
  /// @return the local variable
  int keep() {
    int local = to.allocateLocal(TypeKind.DOUBLE);
    to.dstore(local);
    return local;
  }

  /// A counter that stands at 0.
  int counter() {
    int local = to.allocateLocal(TypeKind.INT);
    to.iconst_0().istore(local);
    return local;
  }

  /// Puts what a slot holds on the stack, if it is plainly known.
  void read(int slot, Label undecided) {
    to.aload(STATES).loadConstant(slot).aaload().iload(FIRM).baload().ifne(undecided);
    to.aload(VALUES).loadConstant(slot).aaload().iload(FIRM).daload();
  }

  /// A value that several nodes use, in a method of its own.
  int shared(Operands.Shared value, Label undecided) {
    int index = shared.indexOf(value);
    if (index < 0) {
      index = shared.size();
      shared.add(value);
    }
    to.aload(VALUES).aload(STATES).iload(FIRM).invokestatic(WRITTEN, "value" + index, NUMBER);
    int local = keep();
    to.dload(local).dload(local).dcmpl().ifne(undecided); // only NaN is not itself
    return local;
  }

  /// Goes on if a whole number is below 2^53, where doubles hold all of them.
  void whole(int local, Label undecided) {
    to.dload(local).invokestatic(MATH, "abs", MethodTypeDesc.of(CD_double, CD_double));
    to.loadConstant(WHOLE_LIMIT).dcmpg().ifgt(undecided);
  }

  /// Goes on if a number is 0 or above.
  void notNegative(int local, Label undecided) {
    to.dload(local).dconst_0().dcmpl().iflt(undecided);
  }

  /// Goes on if a number is above 0.
  void positive(int local, Label undecided) {
    to.dload(local).dconst_0().dcmpl().ifle(undecided);
  }

  /// The lesser or greater of two numbers, on the stack.
  void extreme(String function, int left, int right) {
    to.dload(left).dload(right);
    to.invokestatic(MATH, function, MethodTypeDesc.of(CD_double, CD_double, CD_double));
  }

  /// Goes on if two numbers are further apart than roundings can be off.
  void apart(int left, int right, int roundings, Label undecided) {
    if (roundings == 0) {
      return;
    }
    var absolute = MethodTypeDesc.of(CD_double, CD_double);
    to.dload(left).dload(right).dsub().invokestatic(MATH, "abs", absolute);
    to.dload(left).invokestatic(MATH, "abs", absolute);
    to.dload(right).invokestatic(MATH, "abs", absolute);
    to.dadd().loadConstant((roundings + 1) * EPSILON).dmul();
    to.dcmpl().ifle(undecided);
  }

  /// Writes a constant.
  int constant(double value) {
    to.loadConstant(value);
    return keep();
  }

  /// A condition with its class, which is asked first.
  private static final class Written extends FastCondition {
    private final PlainTitle plain;
    private final FastCondition rest;

    Written(PlainTitle plain, FastCondition rest) {
      this.plain = plain;
      this.rest = rest;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      int answer = plain.answer(frames.values, frames.states, firm);
      return answer == PlainTitle.UNDECIDED ? rest.eval(frames, firm, register) : answer;
    }
  }
}
