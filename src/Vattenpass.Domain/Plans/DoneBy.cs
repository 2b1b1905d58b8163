namespace Vattenpass.Domain.Plans;

/// <summary>
/// How a control is carried out: the outcome is stated, a form is filled in about each object on a list, a medicine store is
/// counted and in no other way, or an access log is gone through (and stated where no log is read in).
/// </summary>
public enum DoneBy { Statement = 1, Form = 2, Count = 3, Log = 4 }
